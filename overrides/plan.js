{# Fetched when an idea is to be put on the plan: how the plan stands before anybody has written in it. -#}
[window.guidePlan] = {{ config.extra.guide.plan_tables() | tojson }};
