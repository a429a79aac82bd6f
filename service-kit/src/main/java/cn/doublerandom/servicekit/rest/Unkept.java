package cn.doublerandom.servicekit.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer no cache keeps although it was asked for without an account: it names people. */
public final class Unkept {
  private Unkept() {}

  /** The same answer, which says so. */
  public static <T> RestResponse<T> of(RestResponse<T> answer) {
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    return answer;
  }
}
