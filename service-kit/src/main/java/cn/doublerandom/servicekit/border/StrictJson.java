package cn.doublerandom.servicekit.border;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;

/**
 * JSON of requests is what was asked for and nothing that could be taken for it: no number for a
 * word, no text for a number, no member twice or unknown, no nothing in a list, nothing after the
 * end, and no encoding but UTF-8 without a mark in front (RFC 8259 §8.1). Contracts and stored
 * events are read by another mapper and stay open to additions.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  @Override
  public int priority() {
    return MINIMUM_PRIORITY + 1;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    json.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    withoutGuessing(json);
    withoutCoercion(json);
    json.registerModule(module());
  }

  /** Otherwise the parser would guess UTF-16 and UTF-32 from the first bytes. */
  @SuppressWarnings("deprecation") // the builder comes before customizers, this does the same
  private static void withoutGuessing(ObjectMapper json) {
    json.getFactory().configure(JsonFactory.Feature.CHARSET_DETECTION, false);
  }

  @SuppressWarnings("deprecation") // the builder comes before customizers, this does the same
  private static void withoutCoercion(ObjectMapper json) {
    json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    json.coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
  }

  private static SimpleModule module() {
    return new SimpleModule("border")
        .addDeserializer(String.class, new GuardedText())
        .addKeyDeserializer(String.class, new GuardedText.Key())
        .addDeserializer(Long.class, new StrictIntegers(Long.class))
        .addDeserializer(long.class, new StrictIntegers(long.class))
        .addDeserializer(LocalDate.class, new StrictDays.Day())
        .addDeserializer(Instant.class, new StrictDays.Moment());
  }
}
