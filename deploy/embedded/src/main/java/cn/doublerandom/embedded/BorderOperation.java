package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * One operation of an OpenAPI document.
 *
 * @param declared what the document says of it
 */
record BorderOperation(String method, String path, JsonNode declared) {
  @Override
  public String toString() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
