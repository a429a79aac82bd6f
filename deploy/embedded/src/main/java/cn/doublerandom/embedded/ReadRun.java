package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every address of a service's OpenAPI document answers to who only reads, so that no address
 * can be forgotten when something must change no answer.
 */
public final class ReadRun {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String bearer;
  private final List<String> addresses = new ArrayList<>();

  /**
   * @param server scheme, host and port; paths of the document follow
   * @param bearer header of a user who may read everything; empty where nobody is signed in
   * @param ids each stands once in every place of an address for an id
   */
  public ReadRun(URI server, String openApiPath, String bearer, List<String> ids)
      throws IOException, InterruptedException {
    this.server = server;
    this.bearer = bearer;
    JsonNode document = JSON.readTree(answer(openApiPath + "?format=json").body());
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get")) {
        if (!path.getKey().contains("{")) {
          addresses.add(path.getKey());
        } else {
          ids.forEach(id ->
              addresses.add(
                  path.getKey()
                      .replaceAll("\\{[^}]*}", URLEncoder.encode(id, StandardCharsets.UTF_8))));
        }
      }
    }
  }

  /** Status and content by address, of all that answer twice the same. */
  public Map<String, String> answers() throws IOException, InterruptedException {
    Map<String, String> first = once();
    Map<String, String> second = once();
    first.entrySet().removeIf(answer -> !answer.getValue().equals(second.get(answer.getKey())));
    return first;
  }

  private Map<String, String> once() throws IOException, InterruptedException {
    Map<String, String> answers = new TreeMap<>();
    for (String address : addresses) {
      HttpResponse<String> answer = answer(address);
      answers.put(address, answer.statusCode() + " " + answer.body());
    }
    return answers;
  }

  private HttpResponse<String> answer(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(address)).timeout(LONGEST);
    if (!bearer.isEmpty()) {
      request.header("Authorization", bearer);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
