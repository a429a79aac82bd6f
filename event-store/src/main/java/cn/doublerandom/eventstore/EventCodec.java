package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Events as canonical JSON and back. The type name is the record's simple name; absent optional
 * members are left out; members a newer version added are ignored here and stay in the log.
 *
 * <p>A change that is more than an optional addition makes a new version: the type is then stored
 * as {@code Name.v2}, and what was stored before is carried over by pure {@linkplain #upcasting
 * upcasters}, one step a version, whenever it is read. The log itself is never rewritten.
 */
public final class EventCodec<E> {
  private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v([1-9][0-9]{0,3})");

  private final ObjectMapper json;
  private final Map<String, Class<? extends E>> types = new TreeMap<>();
  private final Map<String, List<UnaryOperator<ObjectNode>>> upcasters;
  private final Set<Class<? extends E>> chunked;

  /**
   * A codec for every permitted record of a sealed interface, and of sealed interfaces below it, so
   * that none can be forgotten.
   *
   * @param events the sealed interface
   * @param modules how values with a form of their own are written
   */
  public EventCodec(Class<E> events, Module... modules) {
    this(reading(mapper().registerModules(modules)), permitted(events), Map.of(), Set.of());
  }

  /**
   * The same, with values that are stored as they write themselves.
   *
   * @param events the sealed interface
   */
  public EventCodec(Class<E> events, ValueForms values) {
    this(events, values.module());
  }

  private EventCodec(
      ObjectMapper json,
      Map<String, Class<? extends E>> types,
      Map<String, List<UnaryOperator<ObjectNode>>> upcasters,
      Set<Class<? extends E>> chunked) {
    this.json = json;
    this.types.putAll(types);
    this.upcasters = Map.copyOf(upcasters);
    this.chunked = Set.copyOf(chunked);
  }

  /** Whatever an event is, a list of it may stand in pieces. */
  private static ObjectMapper reading(ObjectMapper json) {
    return json.registerModule(
        ChunkedForms.module(entries -> json.convertValue(entries, List.class)));
  }

  private static <E> Map<String, Class<? extends E>> permitted(Class<? extends E> events) {
    Class<?>[] permitted = events.getPermittedSubclasses();
    if (permitted == null) {
      throw new IllegalArgumentException(events + " must be a sealed interface");
    }
    Map<String, Class<? extends E>> types = new TreeMap<>();
    for (Class<?> type : permitted) {
      Class<? extends E> event = type.asSubclass(events);
      if (type.isSealed()) {
        types.putAll(permitted(event));
      } else {
        types.put(type.getSimpleName(), event);
      }
    }
    return types;
  }

  /**
   * The same codec, in which one event has older versions.
   *
   * @param steps from version 1 to 2, from 2 to 3, …; pure, and they keep members they do not know
   */
  public EventCodec<E> upcasting(Class<? extends E> type, List<UnaryOperator<ObjectNode>> steps) {
    Map<String, List<UnaryOperator<ObjectNode>>> more = new TreeMap<>(upcasters);
    more.put(type.getSimpleName(), List.copyOf(steps));
    return new EventCodec<>(json, types, more, chunked);
  }

  /** The same codec, which stores long lists of one event in pieces, see {@link ChunkedLists}. */
  public EventCodec<E> chunking(Class<? extends E> type) {
    Set<Class<? extends E>> more = new HashSet<>(chunked);
    more.add(type);
    return new EventCodec<>(json, types, upcasters, more);
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
    try (var out = new CanonicalGenerator(json)) {
      json.writeValue(out, value);
      return out.text();
    } catch (IOException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalArgumentException("unwritable " + value.getClass().getSimpleName(), e);
    }
  }

  /** The type name an event is stored under, with its version from the second on. */
  public String typeOf(E event) {
    return typeOf(event.getClass().getSimpleName());
  }

  private String typeOf(String name) {
    int version = version(name);
    return version == 1 ? name : name + ".v" + version;
  }

  private int version(String name) {
    return 1 + steps(name).size();
  }

  private List<UnaryOperator<ObjectNode>> steps(String name) {
    return upcasters.getOrDefault(name, List.of());
  }

  /** Every type name this codec writes today. */
  public Set<String> typeNames() {
    return types.keySet().stream().map(this::typeOf).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The event with everything in its place, as canonical JSON. */
  public String encode(E event) {
    return canonical(json, event);
  }

  /**
   * A fresh event as it is stored.
   *
   * @param metadata canonical JSON of {@link Metadata}
   */
  public NewEvent written(E event, String metadata) {
    if (!chunked.contains(event.getClass())) {
      return new NewEvent(NewEvent.newId(), typeOf(event), encode(event), metadata);
    }
    var writing = new ChunkedLists.Writing();
    try {
      byte[] named =
          json.writer().withAttribute(ChunkedForms.WRITING, writing).writeValueAsBytes(event);
      String payload = CanonicalJson.text(json.readValue(named, Map.class));
      return new NewEvent(NewEvent.newId(), typeOf(event), payload, metadata, writing.pieces());
    } catch (IOException e) {
      throw new IllegalStateException("unwritable " + typeOf(event), e);
    }
  }

  /** The event in a stored record; an unknown type is a bug or a newer writer. */
  public E decode(StoredEvent stored) {
    try {
      return decode(stored.type(), stored.payload(), stored.chunks());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "unreadable %s in %s v%d".formatted(stored.type(), stored.stream(), stored.version()), e);
    }
  }

  /**
   * The event in a stored record, for who does not look into its long lists: those that stand in
   * pieces are not read and empty here, see {@link ChunkedLists#size}.
   */
  public E glance(StoredEvent stored) {
    return decode(stored.with(Chunks.OVERLOOKED));
  }

  /** The event of a type name and payload, carried over from whatever version it was written in. */
  public E decode(String storedType, String payload) throws JsonProcessingException {
    return decode(storedType, payload, Chunks.NONE);
  }

  private E decode(String storedType, String payload, Chunks chunks)
      throws JsonProcessingException {
    String name = storedType;
    int written = 1;
    if (storedType.indexOf('.') >= 0) {
      Matcher versioned = VERSIONED.matcher(storedType);
      if (versioned.matches()) {
        name = versioned.group(1);
        written = Integer.parseInt(versioned.group(2));
      }
    }
    Class<? extends E> type = types.get(name);
    if (type == null || written > version(name)) {
      throw new IllegalStateException("unknown event type " + storedType);
    }
    if (written == version(name) && Chunks.NONE.equals(chunks)) {
      return json.readValue(payload, type);
    }
    ObjectReader reader = json.readerFor(type).withAttribute(ChunkedForms.CHUNKS, chunks);
    if (written == version(name)) {
      return reader.readValue(payload);
    }
    ObjectNode node = (ObjectNode) json.readTree(payload);
    for (UnaryOperator<ObjectNode> step : steps(name).subList(written - 1, steps(name).size())) {
      node = step.apply(node);
    }
    return reader.treeToValue(node, type);
  }
}
