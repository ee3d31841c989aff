{# On a page with a document to fill in. -#}
{% include "components/document/document.js" %}
