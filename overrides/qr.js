{# Fetched when a list is to be shared. -#}
{% include "js/qr.js" %}
{% include "js/qr-picture.js" %}
window.guideQr = qrPicture;
