{# Fetched when an idea is to be put on the plan: how the plan stands before anybody has written in it. -#}
{% for _, field in config.extra.guide.content.plans %}
window.guidePlan = { columns: {{ field.columns | length }}, rows: {{ field.rows | tojson }} };
{% endfor %}
