{%- include "js/storage.js" -%}
{%- include "js/mount.js" -%}
{%- include "js/scheme-switch.js" -%}
{%- include "js/search-box.js" -%}
{%- for name in config.extra.guide.scripted() -%}{%- include "components/" ~ name ~ "/" ~ name ~ ".js" -%}{%- endfor -%}
