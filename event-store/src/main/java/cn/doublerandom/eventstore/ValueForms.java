package cn.doublerandom.eventstore;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Values of events with a form of their own: stored exactly as they write themselves. */
public final class ValueForms {
  private final SimpleModule module;

  private ValueForms(SimpleModule module) {
    this.module = module;
  }

  /** No form yet, under a name for all that follow. */
  public static ValueForms named(String name) {
    return new ValueForms(new SimpleModule(name));
  }

  /** One more value: how it writes itself, and how it is read again. */
  public <T> ValueForms with(
      Class<T> type, Function<T, Map<String, Object>> write, Function<Map<?, ?>, T> read) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writePOJO(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.readValueAs(Map.class));
          }
        });
    return this;
  }

  Module module() {
    return module;
  }
}
