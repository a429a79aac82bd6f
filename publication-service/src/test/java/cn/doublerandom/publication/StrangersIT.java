package cn.doublerandom.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.StrangersRun;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks a public address for what is not there, or in a way nobody can read, is told so: in
 * words, in his language, with the right status, never with a broken page or with something else.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class StrangersIT {
  /** Every page there is; one that is forgotten fails MenuTest. */
  private static final Path DOORS = Path.of("../service-kit/src/main/resources/desk/doors.txt");

  private static final String PAGES = "/publication/ui";

  private StrangersRun run;

  @BeforeEach
  void at_the_service() {
    run = new StrangersRun(URI.create("http://localhost:" + RestAssured.port), "publication");
  }

  @Test
  void a_program_that_asks_for_what_is_not_there_or_cannot_be_read_is_told_by_name()
      throws Exception {
    run.askAsProgram(none -> false);
    assertThat(run.asked()).isGreaterThan(500);
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void a_person_who_asks_for_what_is_not_there_or_cannot_be_read_gets_a_page_that_says_so()
      throws Exception {
    run.askAsPerson(DOORS, none -> false);
    assertThat(run.asked()).isGreaterThan(300);
    assertThat(run.faults()).isEmpty();
  }

  /** Refused before any route is met, wherever they stand. */
  @Test
  void an_address_that_could_be_read_in_two_ways_and_one_too_long_are_refused_in_words()
      throws Exception {
    for (String bad : List.of("%00", "a%2fb", "%2e")) {
      HttpResponse<String> answer = run.get(PAGES + "/results/" + bad, "*/*", "zh");
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(answer.body()).as(bad).contains("path-refused", "title");
    }
    HttpResponse<String> longest = run.get(PAGES + "/results/" + "a".repeat(9_000), "*/*", "zh");
    assertThat(longest.statusCode()).isEqualTo(414);
    assertThat(longest.body()).contains("address-too-long");
  }

  @Test
  void a_year_that_is_none_is_refused_wherever_a_page_takes_one() throws Exception {
    for (String page : List.of(PAGES, PAGES + "/open-data")) {
      for (String year : List.of("0", "-1", "1999", "9999", "abc", "2023.5", "20a3", "%00")) {
        run.judgePage(page + "?year=" + year, 400);
      }
    }
    assertThat(run.faults()).isEmpty();
  }

  private String search(String query, String language) throws Exception {
    HttpResponse<String> answer = run.get(PAGES + "/search?" + query, "text/html", language);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  @Test
  void days_in_the_wrong_order_are_told_beside_the_later_one_and_stay_as_they_were_typed()
      throws Exception {
    String turned = search("since=2023-05-01&until=2023-03-15", "zh");
    assertThat(turned)
        .contains("早于起始的那一天", "value=\"2023-05-01\"", "value=\"2023-03-15\"")
        .containsPattern("id=\"fh-until\">(?:(?!</div>).)*早于起始的那一天")
        .doesNotContain("没有符合条件");
    assertThat(search("since=2023-05-01&until=2023-03-15", "en"))
        .contains("before the day it begins with");
    assertThat(search("since=2023-05-01&until=2023-05-01", "zh")).doesNotContain("早于起始");
  }

  @Test
  void days_in_words_or_half_typed_are_told_beside_their_field_and_stay_as_they_were_typed()
      throws Exception {
    for (String typed : List.of("昨天", "2023-0", "2023年3月", "2023-02-30", "3/15/2023", "0")) {
      String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
      for (String field : List.of("since", "until")) {
        String page = search(field + "=" + encoded, "zh");
        assertThat(page)
            .as(field + " " + typed)
            .containsPattern("id=\"fh-" + field + "\">(?:(?!</div>).)*不是日期")
            .contains("value=\"" + typed + "\"")
            .containsPattern("<input type=\"text\" id=\"f-" + field + "\"");
      }
    }
  }

  @Test
  void what_is_chosen_from_no_list_and_what_is_too_long_is_told_beside_its_field()
      throws Exception {
    assertThat(search("code=ZZ", "zh")).containsPattern("id=\"fh-code\">(?:(?!</div>).)*请从列表中选择");
    assertThat(search("search=" + "a".repeat(300), "zh")).contains("最多 200 个字");
    HttpResponse<String> turned = run.get(PAGES + "/search?after=garbage", "text/html", "zh");
    assertThat(turned.statusCode()).isBetween(400, 422);
    assertThat(turned.body()).contains("地址不完整或被改动过");
  }
}
