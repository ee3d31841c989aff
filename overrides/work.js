{# On pages where the reader works: own copies of lists and documents, and ideas to put on the plan. -#}
const movedIds = {{ config.extra.guide.content.moved_ids.moved | tojson }};
{% include "js/download.js" %}
{% include "js/copies.js" %}
{% include "js/progress.js" %}
{% include "js/parts.js" %}
{% include "components/idea/idea.js" %}
