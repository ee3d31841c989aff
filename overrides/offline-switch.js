{# Where the reader turns the copy of the guide on and off. -#}
{% include "components/offline_switch/offline_switch.js" %}
