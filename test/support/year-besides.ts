/** Pages that no link of the three years leads to, and why; each has a test of its own. */
export const NOT_IN_THE_YEARS: Readonly<Record<string, string>> = {
  'GET /admin/tahun/baru': 'every shipped instrument has its year already',
  'GET /admin/portalrb/token/:id/pencabutan': 'no token of the feed is made',
  'GET /admin/tahun/:year/naskah/penghapusan': 'no official wording is loaded',
  'GET /lke/:satker/:year/belum-terisi by evaluator-baca': 'leads whoever fills in',
  'GET /admin/tahun/:year/naskah/pratinjau/:id': 'no official wording is loaded',
  'GET /lke/:satker/:year/tinjauan/:tier/lanjut by sekretaris-provinsi': 'leads whoever assesses',
  'GET /lke/:satker/:year/tinjauan/:tier/lanjut by penilai-pusat': 'leads whoever assesses',
  'GET /lke/:satker/:year/tinjauan/:tier/lanjut by tpi-ketua': 'leads whoever assesses',
  'GET /lke/:satker/:year/tinjauan/:tier/lanjut by tpi-dalnis': 'leads whoever assesses',
  'GET /lke/:satker/:year/impor/:id': 'no workbook comes back',
  'GET /lke/:satker/:year/impor/:id/pembatalan': 'no workbook comes back',
  'GET /lke/:satker/:year/tpn/berkas/:file': 'TPN sends no workbook',
  'GET /rekap/:province/:year/unduhan/:job': 'no archive of the province is ordered',
  'GET /rekap/:province/:year/unduhan/:job/berkas': 'no archive of the province is ordered',
};
