/** What is wrong with a setting of the environment, for the operator: which one, why, an example. */
export const configText = {
  port: (value: string) =>
    `PORT tidak dapat dipakai: "${value}" bukan bilangan bulat dari 0 sampai 65535. Contoh: PORT=3000`,
  publicUrl: (value: string) =>
    `PUBLIC_URL tidak dapat dipakai: "${value}" bukan alamat http atau https tanpa jalur di belakangnya. Contoh: PUBLIC_URL=https://zi.contoh.go.id`,
  trustProxy: (value: string) =>
    `TRUST_PROXY tidak dapat dipakai: "${value}" bukan jumlah perantara (proxy) dan bukan daftar alamatnya. Contoh: TRUST_PROXY=1 atau TRUST_PROXY=10.0.0.5,loopback`,
  requestsPerMinute: (value: string) =>
    `ZI_REQUESTS_PER_MINUTE tidak dapat dipakai: "${value}" bukan bilangan bulat dari 1 sampai 10000000. Contoh: ZI_REQUESTS_PER_MINUTE=1200`,
  smtpUrl:
    'SMTP_URL tidak dapat dipakai: harus berupa smtp:// atau smtps:// diikuti nama pengguna, kata sandi, server, dan port. Contoh: SMTP_URL=smtps://zi:sandi@surel.contoh.go.id:465',
  smtpFrom: (value: string) =>
    `SMTP_FROM tidak dapat dipakai: "${value}" bukan alamat surel. Contoh: SMTP_FROM=Tapak ZI <zi@contoh.go.id>`,
  smtpFromNeeded:
    'SMTP_FROM belum disebut, padahal SMTP_URL ada. Sebutkan alamat pengirimnya. Contoh: SMTP_FROM=Tapak ZI <zi@contoh.go.id>',
  smtpUrlNeeded:
    'SMTP_URL belum disebut, padahal SMTP_FROM ada. Sebutkan servernya, atau hapus SMTP_FROM bila surel tidak dikirim. Contoh: SMTP_URL=smtps://zi:sandi@surel.contoh.go.id:465',
  mailNeedsPublicUrl:
    'PUBLIC_URL belum disebut, padahal SMTP_URL ada dan surel memuat tautan ke aplikasi. Contoh: PUBLIC_URL=https://zi.contoh.go.id',
  mailInDemo:
    'SMTP_URL dan SMTP_FROM tidak dipakai bersama data contoh: orang di dalamnya rekaan. Hapus keduanya.',
  portTaken: (port: number) =>
    `Port ${port} sudah dipakai program lain di mesin ini. Hentikan program itu atau pilih port lain. Contoh: PORT=3001`,
  portForbidden: (port: number) =>
    `Port ${port} tidak boleh dipakai akun ini. Pilih port di atas 1023. Contoh: PORT=3000`,
  hostUnknown: (host: string) =>
    `HOST tidak dapat dipakai: "${host}" bukan alamat mesin ini. Contoh: HOST=127.0.0.1`,
  folderUnwritable: (folder: string) =>
    `Folder data ${folder} tidak dapat ditulis akun ini. Perbaiki izinnya atau pilih folder lain. Contoh: ZI_DATA=/var/lib/tapak-zi`,
  proxyNeeded:
    'TRUST_PROXY belum disebut, padahal PUBLIC_URL memakai https sehingga ada perantara (proxy) di depan aplikasi. Contoh: TRUST_PROXY=loopback',
  demoHost: (value: string) =>
    `HOST tidak dapat dipakai: data contoh hanya dilayani di mesin ini sendiri, sedangkan HOST adalah "${value}". Contoh: HOST=127.0.0.1`,
} as const;
