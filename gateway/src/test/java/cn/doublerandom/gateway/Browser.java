package cn.doublerandom.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps its session and follows nothing by itself; what it says of where it comes from is said. */
final class Browser {
  private final URI gateway;
  private final List<String> cookies = new ArrayList<>();

  Browser(URI gateway) {
    this.gateway = gateway;
  }

  /** What a page of ours says it is. */
  String origin() {
    return "http://" + gateway.getAuthority();
  }

  List<String> cookies() {
    return List.copyOf(cookies);
  }

  void plant(String cookie) {
    cookies.add(cookie);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    return send("POST", path, form, headers);
  }

  /** As somebody who presses an account on the page. */
  HttpResponse<String> signIn(String account, String to) throws Exception {
    String form =
        "account="
            + URLEncoder.encode(account, StandardCharsets.UTF_8)
            + "&to="
            + URLEncoder.encode(to, StandardCharsets.UTF_8);
    return post("/signin", form, "Origin", origin());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(gateway.resolve(path))
              .method(
                  method,
                  body.isEmpty() && !method.equals("POST")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
        request.header("Content-Type", "application/x-www-form-urlencoded");
      }
      if (!cookies.isEmpty()) {
        request.header("Cookie", String.join("; ", cookies));
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    }
  }

  private void keep(String set) {
    String cookie = set.substring(0, set.indexOf(';'));
    String name = cookie.substring(0, cookie.indexOf('=') + 1);
    cookies.removeIf(kept -> kept.startsWith(name));
    if (!set.contains("Max-Age=0")) {
      cookies.add(cookie);
    }
  }
}
