package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events as canonical JSON and back. The type name is the record's simple name; absent optional
 * members are left out; members a newer version added are ignored.
 */
public final class EventCodec<E> {
  private final ObjectMapper json;
  private final Map<String, Class<? extends E>> types = new TreeMap<>();

  /**
   * A codec for every permitted record of a sealed interface, so that none can be forgotten.
   *
   * @param events the sealed interface
   * @param modules how values with a form of their own are written
   */
  public EventCodec(Class<E> events, Module... modules) {
    this.json = mapper().registerModules(modules);
    Class<?>[] permitted = events.getPermittedSubclasses();
    if (permitted == null) {
      throw new IllegalArgumentException(events + " must be a sealed interface");
    }
    for (Class<?> type : permitted) {
      types.put(type.getSimpleName(), type.asSubclass(events));
    }
  }

  /** The one way this suite writes records: dates as ISO text, nothing for nothing. */
  public static ObjectMapper mapper() {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  }

  /** Any record as canonical JSON text. */
  public static String canonical(ObjectMapper json, Object value) {
    return CanonicalJson.text(json.convertValue(value, Map.class));
  }

  public String typeOf(E event) {
    return event.getClass().getSimpleName();
  }

  public String encode(E event) {
    return canonical(json, event);
  }

  /** The event in a stored record; an unknown type is a bug or a newer writer. */
  public E decode(StoredEvent stored) {
    Class<? extends E> type = types.get(stored.type());
    if (type == null) {
      throw new IllegalStateException("unknown event type " + stored.type());
    }
    try {
      return json.readValue(stored.payload(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "unreadable %s in %s v%d".formatted(stored.type(), stored.stream(), stored.version()), e);
    }
  }
}
