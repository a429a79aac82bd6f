package cn.doublerandom.servicekit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A value of the right shape that cannot be taken, such as a text with a NUL in it. */
public final class FieldRefused extends JsonMappingException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String text;

  /**
   * @param code stable, for programs
   * @param text what an officer reads
   */
  public FieldRefused(JsonParser parser, String code, String text) {
    super(parser, code);
    this.code = code;
    this.text = text;
  }

  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
