const edition = "", files = new Map([]);
{% include "js/service-worker.js" %}
