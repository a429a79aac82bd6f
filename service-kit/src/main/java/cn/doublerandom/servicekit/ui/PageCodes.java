package cn.doublerandom.servicekit.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Codes by which a page is opened without an account. In the address of a page that goes through
 * the gateway something stands for the code, and the gateway says in a header what (ADR 103): such
 * an address, and none with the code in it, is what the page and its forms lead to.
 */
@RequestScoped
public class PageCodes {
  /** What stands for a code begins so; no code has a point in it. */
  static final String OWN = "own.";

  static final String HEADER = "X-Gateway-Code";

  private final HttpHeaders headers;

  @Inject
  PageCodes(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * The code; empty where the browser has it no more.
   *
   * @param segment what stands in the address
   */
  public String of(String segment) {
    if (!segment.startsWith(OWN)) {
      return segment;
    }
    String said = headers.getHeaderString(HEADER);
    return said == null ? "" : said;
  }

  /** Whether the page is open no more, so that its code has to be typed again. */
  public boolean isOver(String segment) {
    return of(segment).isEmpty();
  }
}
