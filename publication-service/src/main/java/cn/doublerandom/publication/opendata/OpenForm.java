package cn.doublerandom.publication.opendata;

import java.util.Arrays;
import java.util.Optional;

/** How a table is written. */
public enum OpenForm {
  /** UTF-8 with a byte order mark, formulas neutralised, RFC 4180. */
  CSV("csv", "text/csv;charset=UTF-8"),
  /** One array of objects. */
  JSON("json", "application/json;charset=UTF-8"),
  /** An object a line, members in the order of their names (RFC 8785). */
  NDJSON("ndjson", "application/x-ndjson;charset=UTF-8");

  private final String ending;
  private final String mediaType;

  OpenForm(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** How its files end. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The form of an ending; empty where there is none. */
  public static Optional<OpenForm> ending(String ending) {
    return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
  }
}
