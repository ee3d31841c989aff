{# On every page: storage, mounting, light or dark, the search box, small components, and the copy for where there is no signal. -#}
{# Once more, for a host that does not yet let them stand in the page. -#}
{% include "js/first.js" %}
{% include "js/scheme.js" %}
{% include "js/storage.js" %}
{% include "js/mount.js" %}
{% include "js/scheme-switch.js" %}
{% include "js/search-hits.js" %}
{% include "js/search-box.js" %}
{% include "components/jump_bar/jump_bar.js" %}
{% include "components/share/share.js" %}
{% include "js/offline-copy.js" %}
{% include "js/edition.js" %}
