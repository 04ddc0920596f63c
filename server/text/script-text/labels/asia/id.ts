import type { ScriptWords } from '../script-words.ts';

export const id: ScriptWords = {
  numbered: 'adegan, bagian, babak, slide, segmen, klip, bidikan, sesi',
  part: `pengait, pembuka, pembukaan, pengantar, pendahuluan, awal, konten utama, penutup, penutupan, kesimpulan, ajakan bertindak, ajakan, transisi, naskah, skrip, naskah lengkap, adegan penutup, adegan pembuka`,
  end: 'akhir, selesai, tamat',
  speech:
    'narator, narasi, sulih suara, pengisi suara, suara, teks narasi, dialog, pembawa acara, pembicara, suara latar narasi',
  visual: `gambar, deskripsi visual, deskripsi gambar, kamera, di layar, latar, latar belakang, animasi, ilustrasi, foto, prompt gambar,
    deskripsi adegan, cuplikan, tampilan`,
  screen: 'teks di layar, teks layar, teks pada layar, takarir, keterangan layar, teks overlay',
  sound: 'musik, musik latar, suara latar, efek suara, efek bunyi, tepuk tangan, bunyi',
  text: 'teks',
  hashtags: 'tagar, tagar yang disarankan, rekomendasi tagar',
  title: 'judul, judul video, usulan judul',
  description: 'deskripsi, deskripsi video, keterangan unggahan',
  about:
    'durasi, total durasi, durasi total, panjang, waktu, target penonton, target audiens, audiens, nada, gaya, format, platform, topik, tema, catatan, kata kunci, tempo, jumlah kata',
  seconds: 'dtk, detik, menit',
  numbers: 'satu, dua, tiga, empat, lima, enam, pertama, kedua, ketiga, terakhir',
  here: 'berikut, berikut ini, ini dia, di bawah ini',
  work: 'naskah, skrip, narasi, video pendek, versi, draf, detik',
  offer:
    'apakah kamu ingin saya, apakah anda ingin saya, mau saya, ingin saya, jika anda mau, jika kamu mau, kalau mau, beri tahu saya jika, kabari saya jika, saya juga bisa',
  pointer:
    'baca selengkapnya, baca lebih lanjut, selengkapnya, info lebih lanjut, informasi lebih lanjut, pelajari lebih lanjut, kunjungi, lihat, sumber, tautan, unduh, cek',
  before: 'di, ke, dari, dan, atau, melalui, pada, lewat, kunjungi, lihat, situs, yaitu',
  keepsHyphen:
    'anak, teman, orang, hari, kata, macam, benar, tiba, sama, rata, masing, buku, kira, hati, jalan, pelan, mula',
  afterHyphen: '',
};
