package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.FieldRefused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Objects;

/**
 * Integers every reader of JSON reads as they stand: up to 2^53 − 1 (RFC 7493 §2.2). What is larger
 * could be stored by nobody who writes canonical JSON (RFC 8785 §3.2.2.3).
 */
final class StrictIntegers extends StdScalarDeserializer<Long> {
  private static final long serialVersionUID = 1L;
  private static final long MOST = (1L << 53) - 1;
  private static final String OUT_OF_RANGE = "out-of-range";

  private final transient JsonDeserializer<?> own;

  /**
   * @param type {@code long} or {@code Long}
   */
  StrictIntegers(Class<Long> type) {
    super(type);
    this.own = Objects.requireNonNull(NumberDeserializers.find(type, type.getName()));
  }

  @Override
  public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    Long read = (Long) own.deserialize(parser, context);
    if (read != null && (read > MOST || read < -MOST)) {
      throw new FieldRefused(parser, OUT_OF_RANGE, "数字超出范围，最大为 " + MOST + "。");
    }
    return read;
  }

  @Override
  public Long getNullValue(DeserializationContext context) throws JsonMappingException {
    return (Long) own.getNullValue(context);
  }
}
