package cn.doublerandom.servicekit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457.
 *
 * @param type {@code urn:doublerandom:problem:<code>}
 * @param title what an officer reads
 * @param status HTTP status
 * @param code stable, for programs
 * @param detail particulars in words, if any
 * @param errors offending fields, or rows and columns of a file
 * @param context machine-readable particulars, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String detail,
    List<FieldError> errors,
    Map<String, Object> context) {

  /**
   * One thing wrong in the input.
   *
   * @param field member or column
   * @param row line of a file, header being 1; absent for JSON
   * @param code stable
   * @param text what an officer reads
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(String field, @Nullable Integer row, String code, String text) {}
}
