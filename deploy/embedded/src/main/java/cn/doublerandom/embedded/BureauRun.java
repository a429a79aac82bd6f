package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks at every address of a service's OpenAPI document with the token of a bureau the service does
 * not serve, so that no address can be forgotten, however new: what asks for a role is closed, and
 * what is public says no more than it says to anybody.
 */
public final class BureauRun {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String bearer;
  private final List<String> faults = new ArrayList<>();
  private int closed;
  private int open;

  /**
   * @param server scheme, host and port; paths of the document follow
   * @param bearer header of a user of that bureau who may do everything there
   */
  public BureauRun(URI server, String bearer) {
    this.server = server;
    this.bearer = bearer;
  }

  /** Asks at all of them. */
  public BureauRun send(String openApiPath) throws IOException, InterruptedException {
    JsonNode document = JSON.readTree(answer("get", openApiPath + "?format=json", "").body());
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          ask(method, path.getKey(), path.getValue().path(method));
        }
      }
    }
    return this;
  }

  /** Answers that tell who asked more than nothing. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many addresses ask for a role. */
  public int closed() {
    return closed;
  }

  /** How many addresses are anybody's. */
  public int open() {
    return open;
  }

  private void ask(String method, String path, JsonNode declared)
      throws IOException, InterruptedException {
    String address = path.replaceAll("\\{[^}]*}", "1");
    int status = answer(method, address, bearer).statusCode();
    if (declared.path("security").isEmpty()) {
      open++;
      int anybodys = answer(method, address, "").statusCode();
      if (status != anybodys) {
        faults.add("%s: %d, and %d to anybody".formatted(named(method, path), status, anybodys));
      }
    } else {
      closed++;
      if (status != 401) {
        faults.add(named(method, path) + ": " + status);
      }
    }
  }

  private static String named(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  private HttpResponse<String> answer(String method, String address, String authorization)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(address)).timeout(LONGEST);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    request.method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
