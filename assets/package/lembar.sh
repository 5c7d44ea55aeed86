#!/bin/sh
# Menjalankan Lembar dari folder ini, tanpa memasang apa pun. Kata-kata di belakangnya diteruskan ke program.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$here/lembar
libraries=$here/lib

# Flashdisk sering melarang program dijalankan langsung dari sana: jalankan salinannya. Materi dan data tetap di flashdisk.
if [ ! -x "$program" ]; then
    copy=${XDG_CACHE_HOME:-$HOME/.cache}/lembar-program
    mkdir -p "$copy"
    if ! cmp -s "$program" "$copy/lembar" || ! cmp -s "$program-decode" "$copy/lembar-decode" ||
        ! cmp -s "$program-pages" "$copy/lembar-pages"; then
        rm -rf "${copy:?}/lib"
        cp -R "$libraries" "$copy/lib"
        cp "$program-decode" "$copy/lembar-decode"
        cp "$program-pages" "$copy/lembar-pages"
        cp "$program" "$copy/lembar"
    fi
    chmod u+x "$copy/lembar" "$copy/lembar-decode" "$copy/lembar-pages"
    rm -f "$copy/content" "$copy/lembar-data"
    ln -s "$here/content" "$copy/content"
    if [ -d "$here/lembar-data" ]; then ln -s "$here/lembar-data" "$copy/lembar-data"; fi
    program=$copy/lembar
    libraries=$copy/lib
fi

# Setiap pustaka cadangan punya folder sendiri: hanya yang tidak dimiliki komputer ini yang dipakai.
known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
for folder in "$libraries"/*/; do
    folder=${folder%/}
    case $known in
    *"${folder##*/} "*) ;;
    *) LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$folder ;;
    esac
done
if [ -n "${LD_LIBRARY_PATH:-}" ]; then export LD_LIBRARY_PATH; fi
exec "$program" "$@"
