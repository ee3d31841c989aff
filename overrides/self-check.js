{# On the page that tries the guide in the reader's own browser. -#}
{% include "js/download.js" %}
{% include "js/zip.js" %}
{% include "components/self_check/self_check.js" %}
