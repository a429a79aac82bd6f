package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** One request for a page of the gateway, and what it is answered, once. */
final class OwnPage {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  private final Vertx vertx;
  private final RoutingContext context;
  private final AccessLog.Entry entry;
  private final String address;
  private boolean over;

  OwnPage(Vertx vertx, RoutingContext context, String address) {
    this.vertx = vertx;
    this.context = context;
    this.address = address;
    HttpServerRequest request = context.request();
    this.entry =
        new AccessLog.Entry(
            request.method().name(),
            "gateway",
            address,
            QuietConnections.busy(request, Guard.promised(request)));
  }

  /** As it was asked for, without a query. */
  String address() {
    return address;
  }

  RoutingContext context() {
    return context;
  }

  HttpServerRequest request() {
    return context.request();
  }

  /** Whether somebody looks; otherwise he has sent something. */
  boolean isRead() {
    return request().method().equals(HttpMethod.GET) || request().method().equals(HttpMethod.HEAD);
  }

  /** Whether all of an answer is wanted, not its head alone. */
  boolean isGot() {
    return request().method().equals(HttpMethod.GET);
  }

  boolean isPost() {
    return request().method().equals(HttpMethod.POST);
  }

  void show(int status, String html) {
    if (begin(status)) {
      HttpServerResponse response = request().response();
      response
          .setStatusCode(status)
          .putHeader("Cache-Control", "no-store")
          .putHeader("Content-Type", "text/html; charset=utf-8");
      entry.wrote(html.length());
      response.end(html);
      entry.write();
    }
  }

  /** A file for everybody. */
  void send(String type, Buffer file) {
    if (begin(OK)) {
      entry.wrote(file.length());
      request()
          .response()
          .putHeader("Cache-Control", "no-store")
          .putHeader("Content-Type", type)
          .end(file);
      entry.write();
    }
  }

  /** With another method, so that going back or loading again sends nothing twice. */
  void goOn(String to) {
    if (begin(SEE_OTHER)) {
      request()
          .response()
          .setStatusCode(SEE_OTHER)
          .putHeader("Cache-Control", "no-store")
          .putHeader("Location", to)
          .end();
      entry.write();
    }
  }

  void refuse(Refusal refusal) {
    if (begin(refusal.status())) {
      entry.wrote(Answers.refuse(vertx, request(), Part.PUBLICATION, refusal));
      entry.write();
    }
  }

  void refuseMethod(String allowed) {
    request().response().putHeader("Allow", allowed);
    refuse(Refusal.METHOD_REFUSED);
  }

  /** Begins an answer that goes on; whoever writes it says when it is {@link #streamed}. */
  boolean stream(String type) {
    if (!begin(OK)) {
      return false;
    }
    HttpServerResponse response = request().response();
    response
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", type)
        // A buffering proxy in front would hold events back.
        .putHeader("X-Accel-Buffering", "no");
    if (request().version() == HttpVersion.HTTP_1_1) {
      response.setChunked(true);
    }
    return true;
  }

  /** What was begun as a {@link #stream} is over. */
  void streamed(long bytes, boolean whole) {
    entry.wrote(bytes);
    if (!whole) {
      entry.cutOff();
    }
    entry.write();
  }

  private boolean begin(int status) {
    if (over) {
      return false;
    }
    over = true;
    entry.status(status);
    if (request().response().closed()) {
      entry.cutOff();
      entry.write();
      return false;
    }
    return true;
  }
}
