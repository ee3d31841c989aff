{# On the reader's own page. -#}
{% include "components/my_page/my_page.js" %}
