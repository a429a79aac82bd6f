package cn.doublerandom.servicekit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is by its first bytes. What it is called, and what a phone says it is, decide
 * nothing: a program called .jpg is none of these.
 */
public enum FileType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  HEIC("image/heic"),
  MP4("video/mp4"),
  QUICKTIME("video/quicktime"),
  WEBM("video/webm"),
  M4A("audio/mp4"),
  WAV("audio/wav"),
  OGG("audio/ogg"),
  AMR("audio/amr"),
  MP3("audio/mpeg"),
  PDF("application/pdf");

  private static final int HEAD = 64;
  private static final Set<String> STILLS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");
  private static final Set<String> FILMS =
      Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "MSNV", "3gp4");

  private final String mediaType;

  FileType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As it is told and stored. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The type; the beginning of a file is enough.
   *
   * @return nothing where it is none of these
   */
  public static Optional<FileType> of(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, HEAD), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    } else if (head.startsWith("%PDF-")) {
      return Optional.of(PDF);
    } else if (head.startsWith("RIFF") && head.length() >= 12) {
      return riff(head.substring(8, 12));
    } else if (head.length() >= 12 && head.startsWith("ftyp", 4)) {
      return brand(head.substring(8, 12));
    } else if (head.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of(WEBM);
    } else if (head.startsWith("OggS")) {
      return Optional.of(OGG);
    } else if (head.startsWith("#!AMR")) {
      return Optional.of(AMR);
    }
    return head.startsWith("ID3") || isMpegSound(file) ? Optional.of(MP3) : Optional.empty();
  }

  private static Optional<FileType> riff(String form) {
    return switch (form) {
      case "WEBP" -> Optional.of(WEBP);
      case "WAVE" -> Optional.of(WAV);
      default -> Optional.empty();
    };
  }

  /** ISO/IEC 14496-12, the major brand. */
  private static Optional<FileType> brand(String brand) {
    if (STILLS.contains(brand)) {
      return Optional.of(HEIC);
    } else if (brand.equals("M4A ")) {
      return Optional.of(M4A);
    } else if (brand.equals("qt  ")) {
      return Optional.of(QUICKTIME);
    }
    return FILMS.contains(brand) || brand.startsWith("3gp") || brand.equals("M4V ")
        ? Optional.of(MP4)
        : Optional.empty();
  }

  /** A frame of ISO/IEC 11172-3 layer III begins with eleven ones. */
  private static boolean isMpegSound(byte[] file) {
    return file.length > 3
        && file[0] == (byte) 0xff
        && (file[1] & 0xe6) == 0xe2
        && (file[2] & 0xf0) != 0xf0;
  }

  /**
   * Whether a file of this type has its end, as far as the type says where that is: AMR and MP3
   * have no length, so of them only what stands before the sound must be there. What phones and
   * scanners write behind the end (a moving photo, a second picture, padding) is no fault.
   */
  public boolean isWhole(byte[] file) {
    return switch (this) {
      case JPEG -> PictureEnds.jpeg(file);
      case PNG -> PictureEnds.png(file);
      case WEBP -> SoundEnds.webp(file);
      case HEIC -> BoxEnds.still(file);
      case MP4, QUICKTIME, M4A -> BoxEnds.film(file);
      case WEBM -> ElementEnds.webm(file);
      case WAV -> SoundEnds.wave(file);
      case OGG -> SoundEnds.ogg(file);
      case AMR -> SoundEnds.amr(file);
      case MP3 -> SoundEnds.mp3(file);
      case PDF -> PdfEnd.isThere(file);
    };
  }

  /** Refuses what ends half-way, at the field {@code file}. */
  public void requireWhole(byte[] file) {
    if (!isWhole(file)) {
      FileRejection why = FileRejection.FILE_NOT_WHOLE;
      throw new ProblemException(
          why, List.of(new Problem.FieldError("file", null, why.code(), why.text())), Map.of());
    }
  }
}
