package cn.doublerandom.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens every page of a service as a browser would, so that no page can be forgotten when something
 * must stand on all of them. What the addresses are is read in the sources of its {@code ui}; a
 * page of what is not there is a page too.
 */
public final class PageRun {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Pattern ROOT =
      Pattern.compile("@Path\\(\"([^\"]*)\"\\)(?:(?!@Path)[\\s\\S])*?\\bclass \\w+");
  private static final Pattern PAGE = Pattern.compile("@GET\\b(?:\\s+@Path\\(\"([^\"]*)\"\\))?");
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String service;
  private final String bearer;

  /**
   * @param server scheme, host and port
   * @param service which is the root of its addresses
   * @param bearer header of a user who may open all of them
   */
  public PageRun(URI server, String service, String bearer) {
    this.server = server;
    this.service = service;
    this.bearer = bearer;
  }

  /**
   * The pages by their addresses.
   *
   * @param modules directories of the modules whose pages they are
   * @param id that stands in each place of an address for one
   */
  public Map<String, String> pages(List<Path> modules, String id)
      throws IOException, InterruptedException {
    Map<String, String> pages = new TreeMap<>();
    for (Path module : modules) {
      for (String address : addresses(module)) {
        String at = "/" + service + PLACE.matcher(address).replaceAll(id);
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(server.resolve(at))
                    .timeout(LONGEST)
                    .header("Authorization", bearer)
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.body().startsWith("<!DOCTYPE html>")) {
          pages.put(at, answer.body());
        }
      }
    }
    return pages;
  }

  private static List<String> addresses(Path module) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Pages.java")).toList()) {
        String text = Files.readString(file);
        Matcher root = ROOT.matcher(text);
        if (root.find() && !text.contains("SERVER_SENT_EVENTS")) {
          Matcher page = PAGE.matcher(text);
          while (page.find()) {
            found.add(root.group(1) + (page.group(1) == null ? "" : page.group(1)));
          }
        }
      }
    }
    return found;
  }
}
