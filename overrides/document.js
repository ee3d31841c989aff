{# On a page with a document to fill in. -#}
{% include "js/answers.js" %}
{% include "js/draft.js" %}
{% include "js/draft-bar.js" %}
{% include "js/paper.js" %}
{% include "js/zip.js" %}
{% include "js/word-file.js" %}
{% include "js/calendar.js" %}
{% include "components/document/document.js" %}
