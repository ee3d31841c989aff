{# Fetched when a list is to be shared. -#}
{% include "js/qr.js" %}
window.guideQr = qr;
