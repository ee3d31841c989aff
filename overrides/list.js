{# On pages with a list to tick. -#}
{% include "js/fragment.js" %}
{% include "components/checklist/checklist.js" %}
