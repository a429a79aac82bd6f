package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Weak tags of what is sent (RFC 9110 §8.8.3), which a packing on the way does not change. */
public final class EntityTags {
  private static final int LETTERS = 32;

  /** Asked for each time whether it is still good: nobody reads what was withdrawn. */
  public static final String CACHE_CONTROL = "public, no-cache";

  /** What an answer of the public depends on beside its address. */
  public static final String VARY = "Accept-Language, Authorization, Cookie";

  private EntityTags() {}

  /**
   * The tag of what has this hash.
   *
   * @param hash 64 hex digits
   */
  public static String of(String hash) {
    return "W/\"" + hash.substring(0, LETTERS) + "\"";
  }

  /** The tag of these bytes. */
  public static String of(byte[] sent) {
    return of(Sha256.hex(sent));
  }

  /** Whether a client says that it has what a tag stands for (RFC 9110 §13.1.2). */
  public static boolean has(@Nullable List<String> said, String tag) {
    return said != null
        && said.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || weak(one).equals(tag));
  }

  /** What everybody reads in the same words, or that he has it already. */
  public static RestResponse<String> answer(String text, @Nullable List<String> had) {
    return answer(text, of(text.getBytes(StandardCharsets.UTF_8)), had);
  }

  /**
   * The same of what has a tag.
   *
   * @param sent by who is answered, where he does not have it
   */
  public static <T> RestResponse<T> answer(T sent, String tag, @Nullable List<String> had) {
    RestResponse.ResponseBuilder<T> answer =
        has(had, tag)
            ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
            : RestResponse.ResponseBuilder.ok(sent);
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .build();
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }
}
