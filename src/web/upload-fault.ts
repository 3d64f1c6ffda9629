/** Why a file is refused; sentences in text/messages/evidence.ts. */
export type FileFault =
  | 'file-empty'
  | 'file-type'
  | 'file-double-extension'
  | 'file-content'
  | 'file-damaged'
  | 'file-mixed'
  | 'file-macro'
  | 'file-locked';
