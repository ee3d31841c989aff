{# On every page: storage, mounting, light or dark, the search box, and small components. -#}
{% include "js/storage.js" %}
{% include "js/mount.js" %}
{% include "js/scheme-switch.js" %}
{% include "js/search-hits.js" %}
{% include "js/search-box.js" %}
{% include "components/jump_bar/jump_bar.js" %}
