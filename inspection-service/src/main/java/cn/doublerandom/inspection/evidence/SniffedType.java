package cn.doublerandom.inspection.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;

/**
 * What a file is by its first bytes. What it is called, and what a phone says it is, decide
 * nothing: a program called .jpg is none of these.
 */
public record SniffedType(EvidenceKind kind, String mediaType) {
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");
  private static final Set<String> FILM =
      Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "MSNV", "3gp4");

  /**
   * The type.
   *
   * @return nothing where it is none of what is taken as evidence
   */
  public static Optional<SniffedType> of(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, 64), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return of(EvidenceKind.PHOTO, "image/jpeg");
    } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return of(EvidenceKind.PHOTO, "image/png");
    } else if (head.startsWith("%PDF-")) {
      return of(EvidenceKind.DOCUMENT, "application/pdf");
    } else if (head.startsWith("RIFF") && head.length() >= 12) {
      return riff(head.substring(8, 12));
    } else if (head.length() >= 12 && head.startsWith("ftyp", 4)) {
      return brand(head.substring(8, 12));
    } else if (head.startsWith("\u001aE\u00df\u00a3")) {
      return of(EvidenceKind.VIDEO, "video/webm");
    } else if (head.startsWith("OggS")) {
      return of(EvidenceKind.AUDIO, "audio/ogg");
    } else if (head.startsWith("#!AMR")) {
      return of(EvidenceKind.AUDIO, "audio/amr");
    }
    return head.startsWith("ID3") || isMpegSound(file)
        ? of(EvidenceKind.AUDIO, "audio/mpeg")
        : Optional.empty();
  }

  private static Optional<SniffedType> riff(String form) {
    return switch (form) {
      case "WEBP" -> of(EvidenceKind.PHOTO, "image/webp");
      case "WAVE" -> of(EvidenceKind.AUDIO, "audio/wav");
      default -> Optional.empty();
    };
  }

  /** ISO/IEC 14496-12, the major brand. */
  private static Optional<SniffedType> brand(String brand) {
    if (HEIC.contains(brand)) {
      return of(EvidenceKind.PHOTO, "image/heic");
    } else if (brand.equals("M4A ")) {
      return of(EvidenceKind.AUDIO, "audio/mp4");
    } else if (brand.equals("qt  ")) {
      return of(EvidenceKind.VIDEO, "video/quicktime");
    }
    return FILM.contains(brand) || brand.startsWith("3gp") || brand.equals("M4V ")
        ? of(EvidenceKind.VIDEO, "video/mp4")
        : Optional.empty();
  }

  /** A frame of ISO/IEC 11172-3 layer III begins with eleven ones. */
  private static boolean isMpegSound(byte[] file) {
    return file.length > 3
        && file[0] == (byte) 0xff
        && (file[1] & 0xe6) == 0xe2
        && (file[2] & 0xf0) != 0xf0;
  }

  private static Optional<SniffedType> of(EvidenceKind kind, String mediaType) {
    return Optional.of(new SniffedType(kind, mediaType));
  }
}
