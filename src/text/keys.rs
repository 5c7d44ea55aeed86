//! What keys do, as the help screen says it.

/// Right, Down, PageDown, Space, Enter, N.
pub const NEXT: &str = "Halaman berikutnya";
/// Left, Up, PageUp, Backspace, P.
pub const PREVIOUS: &str = "Halaman sebelumnya";
/// Home.
pub const FIRST_OF_STEP: &str = "Halaman pertama langkah ini";
/// End.
pub const LAST_OF_STEP: &str = "Halaman terakhir langkah ini";
/// Ctrl+Home.
pub const FIRST_OF_SESSION: &str = "Halaman pertama sesi";
/// Ctrl+End.
pub const LAST_OF_SESSION: &str = "Halaman terakhir sesi";
/// G.
pub const GO_TO: &str = "Lompat ke halaman bernomor";
/// Tab.
pub const OVERVIEW: &str = "Lihat semua halaman";
/// L.
pub const RETURN: &str = "Kembali ke langkah yang berjalan";
/// B.
pub const BLACK: &str = "Layar hitam";
/// W.
pub const WHITE: &str = "Layar putih";
/// C.
pub const CALM: &str = "Gambar tenang";
/// F.
pub const FREEZE: &str = "Bekukan layar ruangan";
/// T.
pub const COUNTDOWN: &str = "Hitung mundur untuk ruangan";
/// K.
pub const CLIP: &str = "Putar video atau lagu permainan, atau jeda (Spasi sesudah video ditekan)";
/// Ctrl+Left.
pub const CLIP_BACK: &str = "Video mundur 5 detik";
/// Ctrl+Right.
pub const CLIP_ON: &str = "Video maju 5 detik";
/// Ctrl+PageUp.
pub const CLIP_FAR_BACK: &str = "Video mundur 30 detik";
/// Ctrl+PageDown.
pub const CLIP_FAR_ON: &str = "Video maju 30 detik";
/// [.
pub const CLIP_SOFTER: &str = "Kecilkan suara video";
/// ].
pub const CLIP_LOUDER: &str = "Keraskan suara video";
/// M.
pub const CLIP_MUTE: &str = "Bisukan video, atau bunyikan lagi";
/// U.
pub const MUSIC: &str = "Musik latar di layar tunggu dan selama hitung mundur";
/// D.
pub const DUCK: &str = "Kecilkan suara video selagi Anda bicara";
/// I.
pub const GAME: &str = "Permainan pencair suasana";
/// H.
pub const ATTENDANCE: &str = "Daftar hadir";
/// J.
pub const HANDS: &str = "Catat hitungan tangan pada halaman cek";
/// Key.
pub const RECALL: &str = "Catat siapa yang melakukan janji bulan lalu";
/// Ctrl+Z while delivering.
pub const UNDO_HANDS: &str = "Batalkan hitungan tangan halaman ini";
/// Ctrl+N.
pub const NOTE: &str = "Tulis catatan lapangan";
/// Ctrl+H.
pub const HEADS: &str = "Hitung kepala";
/// X.
pub const CUT_LIST: &str = "Pangkas supaya selesai tepat waktu";
/// +.
pub const MORE: &str = "Satu menit lagi untuk langkah ini";
/// −.
pub const LESS: &str = "Satu menit kurang untuk langkah ini";
/// Ctrl+P.
pub const PAUSE: &str = "Jeda waktu, atau jalankan lagi";
/// Ctrl +.
pub const LARGER: &str = "Perbesar huruf naskah";
/// Ctrl −.
pub const SMALLER: &str = "Perkecil huruf naskah";
/// Ctrl+Down.
pub const SCRIPT_DOWN: &str = "Gulung naskah ke bawah";
/// Ctrl+Up.
pub const SCRIPT_UP: &str = "Gulung naskah ke atas";
/// F5.
pub const SHOW_STAGE: &str = "Mulai, atau tampilkan lagi layar ruangan";
/// F11.
pub const LAPTOP_FOR_ROOM: &str = "Layar penuh: tanpa proyektor, halaman tampil di laptop";
/// Ctrl+Shift+S.
pub const SWAP_SCREENS: &str = "Tukar kedua layar (Esc membatalkan)";
/// Enter on the black screen.
pub const TURNED_ROUND: &str = "Sesudah laptop diputar: buka";
/// Esc.
pub const ESCAPE: &str = "Tutup yang terbuka; tidak pernah mengakhiri pertemuan";
/// E.
pub const LEAVE: &str = "Keluar atau selesai; bertanya dulu";
/// F1.
pub const HELP: &str = "Bantuan tombol";
/// Down.
pub const ROLL_DOWN: &str = "Baris berikutnya";
/// Up.
pub const ROLL_UP: &str = "Baris sebelumnya";
/// PageDown.
pub const ROLL_PAGE_DOWN: &str = "Delapan baris ke bawah";
/// PageUp.
pub const ROLL_PAGE_UP: &str = "Delapan baris ke atas";
/// Home.
pub const ROLL_FIRST: &str = "Baris pertama";
/// End.
pub const ROLL_LAST: &str = "Baris terakhir";
/// H.
pub const ROLL_PRESENT: &str = "Hadir, lalu ke baris berikutnya";
/// S.
pub const ROLL_SICK: &str = "Sakit, lalu ke baris berikutnya";
/// I.
pub const ROLL_EXCUSED: &str = "Izin, lalu ke baris berikutnya";
/// A.
pub const ROLL_ABSENT: &str = "Alpa, lalu ke baris berikutnya";
/// Delete.
pub const ROLL_UNMARK: &str = "Kosongkan lagi (belum diisi)";
/// Enter.
pub const ROLL_ENTER: &str = "Hadir atau alpa: nomor yang diketik, atau baris ini";
/// Backspace.
pub const ROLL_BACKSPACE: &str = "Hapus angka terakhir yang diketik";
/// /.
pub const ROLL_SEARCH: &str = "Cari nama";
/// T.
pub const ROLL_LATE: &str = "Hadir, datang terlambat; lalu ke baris berikutnya";
/// D.
pub const ROLL_REPRESENT: &str = "Diwakili: tulis oleh siapa";
/// +.
pub const ROLL_ALL: &str = "Semua hadir";
/// −.
pub const ROLL_REST: &str = "Yang belum diisi: alpa";
/// Z.
pub const ROLL_UNDO: &str = "Batalkan tanda terakhir";
/// G.
pub const ROLL_GUESTS: &str = "Hitung tamu undangan";
/// O.
pub const ROLL_ORDER: &str = "Urutkan: daftar, nama, tempat duduk";
/// Ctrl+T.
pub const ROLL_WALK_IN: &str = "Tambah orang yang tidak ada di daftar";
/// `.` while the register is open.
pub const ROLL_BLACK: &str = "Layar ruangan hitam, atau kembali";
/// The space bar, as it is called.
pub const SPACE: &str = "Spasi";
/// Arrow, spoken.
pub const RIGHT: &str = "panah kanan";
/// Arrow, spoken.
pub const LEFT: &str = "panah kiri";
/// Arrow, spoken.
pub const UP: &str = "panah atas";
/// Arrow, spoken.
pub const DOWN: &str = "panah bawah";
/// Spoken.
pub const BACKSPACE: &str = "Backspace";
/// Spoken.
pub const PERIOD: &str = "titik";
/// Spoken.
pub const COMMA: &str = "koma";
/// Spoken.
pub const SLASH: &str = "garis miring";
/// Spoken.
pub const OPEN_BRACKET: &str = "kurung siku buka";
/// Spoken.
pub const CLOSE_BRACKET: &str = "kurung siku tutup";
/// Spoken.
pub const QUESTION_MARK: &str = "tanda tanya";

/// Help: moving through the session.
pub const GROUP_PAGES: &str = "Halaman";
/// Help: what the room sees.
pub const GROUP_ROOM: &str = "Layar ruangan";
/// Help: the clip of the page.
pub const GROUP_CLIP: &str = "Video";
/// Help: the meeting and its time.
pub const GROUP_MEETING: &str = "Pertemuan dan waktu";
/// Help: the script, and this help.
pub const GROUP_SCRIPT: &str = "Naskah dan bantuan";
/// Help: the register.
pub const GROUP_ROLL: &str = "Di daftar hadir";
/// Digits while delivering.
pub const DIGITS_PAGE: &str = "Nomor halaman, lalu Enter";
/// Digits in the register.
pub const DIGITS_ROW: &str = "Nomor baris, lalu Enter";
/// The keys for digits.
pub const DIGITS: &str = "0–9";
/// Help: what the buttons of a clicker do.
pub const CLICKER: &str = "Penunjuk (clicker): tombol maju dan mundur mengganti halaman, tombol layar gelap sama dengan titik. \
    Tombol mulai memulai pertemuan dan menampilkan lagi layar ruangan; tekan sekali lagi untuk menutup yang terbuka. \
    Tidak satu pun mengakhiri pertemuan, dan di daftar hadir tidak satu pun menandai orang.";
