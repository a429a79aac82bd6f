package cn.doublerandom.inspection.evidence;

/** What evidence is. */
public enum EvidenceKind {
  PHOTO,
  VIDEO,
  AUDIO,
  DOCUMENT
}
