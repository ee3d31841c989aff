{# On pages with a list or a document: the reader's own work. -#}
const movedIds = {{ config.extra.guide.moved_ids() | tojson }};
{% include "js/copies.js" %}
{% include "js/progress.js" %}
{% include "js/parts.js" %}
{% include "js/fragment.js" %}
{% include "components/checklist/checklist.js" %}
