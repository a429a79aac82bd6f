package cn.doublerandom.eventstore;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How Jackson writes a long list as the name of its pieces, and reads it again from them. */
final class ChunkedForms {
  /** A {@link ChunkedLists.Writing}; where there is none, lists stay in their place. */
  static final Object WRITING = "chunks.writing";

  /** The {@link Chunks} of the event that is read. */
  static final Object CHUNKS = "chunks.read";

  private ChunkedForms() {}

  /**
   * @param entries how entries of a list are written, as plain values
   */
  static Module module(Function<List<?>, List<?>> entries) {
    return new SimpleModule("chunked-lists")
        .setSerializerModifier(
            new BeanSerializerModifier() {
              private static final long serialVersionUID = 1L;

              @Override
              public JsonSerializer<?> modifyCollectionSerializer(
                  SerializationConfig config,
                  CollectionType type,
                  BeanDescription description,
                  JsonSerializer<?> inPlace) {
                return new ListWriter(inPlace, entries);
              }
            })
        .setDeserializerModifier(
            new BeanDeserializerModifier() {
              private static final long serialVersionUID = 1L;

              @Override
              public JsonDeserializer<?> modifyCollectionDeserializer(
                  DeserializationConfig config,
                  CollectionType type,
                  BeanDescription description,
                  JsonDeserializer<?> inPlace) {
                return new ListReader(inPlace);
              }
            });
  }

  private static final class ListWriter extends JsonSerializer<Object>
      implements ContextualSerializer {
    private final JsonSerializer<Object> inPlace;
    private final Function<List<?>, List<?>> entries;

    /** Jackson knows no narrower type of what it hands out: it writes what it was found for. */
    @SuppressWarnings("unchecked")
    ListWriter(JsonSerializer<?> inPlace, Function<List<?>, List<?>> entries) {
      this.inPlace = (JsonSerializer<Object>) inPlace;
      this.entries = entries;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value instanceof List<?> list
          && list.size() > ChunkedLists.ENTRIES
          && provider.getAttribute(WRITING) instanceof ChunkedLists.Writing writing) {
        out.writeStartObject();
        out.writeStringField(ChunkedLists.ROOT, writing.root(list, entries));
        out.writeNumberField(ChunkedLists.SIZE, list.size());
        out.writeEndObject();
      } else {
        inPlace.serialize(value, out, provider);
      }
    }

    @Override
    public JsonSerializer<?> createContextual(
        SerializerProvider provider, @Nullable BeanProperty property) throws JsonMappingException {
      return new ListWriter(provider.handleSecondaryContextualization(inPlace, property), entries);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Object value) {
      return inPlace.isEmpty(provider, value);
    }
  }

  private static final class ListReader extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    ListReader(JsonDeserializer<?> inPlace) {
      super(inPlace);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> contextual) {
      return new ListReader(contextual);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.hasToken(JsonToken.START_OBJECT)
          ? ofPieces(in, context)
          : super.deserialize(in, context);
    }

    private List<Object> ofPieces(JsonParser in, DeserializationContext context)
        throws IOException {
      Named named = in.readValueAs(Named.class);
      if (named.chunked() == null || !(context.getAttribute(CHUNKS) instanceof Chunks chunks)) {
        return context.reportInputMismatch(this, "a list, or the name of its pieces, is expected");
      }
      if (chunks.equals(Chunks.OVERLOOKED)) {
        return List.of();
      }
      List<String> pieces = ChunkedLists.pieces(named.chunked(), chunks);
      List<Object> list = new ArrayList<>(pieces.size() * ChunkedLists.ENTRIES);
      for (String piece : pieces) {
        try (JsonParser some =
            in.getCodec().getFactory().createParser(ChunkedLists.content(piece, chunks))) {
          some.setCodec(in.getCodec());
          some.nextToken();
          list.addAll((Collection<?>) super.deserialize(some, context));
        }
      }
      if (list.size() != named.size()) {
        throw new IllegalStateException(
            "a list of %d entries has %d".formatted(named.size(), list.size()));
      }
      return list;
    }
  }

  /** What a payload says of a list in pieces. */
  record Named(@Nullable String chunked, int size) {}
}
