package cn.doublerandom.servicekit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.PublicFrame;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that is filled in says what its template would have made of the same words. */
class MouldedTest {
  private static final String PAGE =
      """
      <a href="{at:look(frame.here)}">{name}</a>
      <a href="{at:firm(name)}?x={on}" title="{name}">{#if over}ended{#else}{rows.raw}{/if}</a>
      {frame.here} {on} {#if frame.english}e{/if}
      """;

  private final AtomicInteger made = new AtomicInteger();
  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addValueResolver(ValueResolvers.rawResolver())
          .addResultMapper(new HtmlEscaper(List.of("text/html")))
          .addNamespaceResolver(NamespaceResolver.builder("at").resolveAsync(this::address).build())
          .build();
  private final Template template = engine.parse(PAGE, Variant.forContentType("text/html"));
  private final Moulds moulds = new Moulds();

  private CompletionStage<Object> address(EvalContext called) {
    made.incrementAndGet();
    return called
        .evaluate(called.getParams().getFirst())
        .thenCompose(given ->
            CompletedStage.of(
                called.getName().equals("look")
                    ? PageAddress.of("/look").with("lang", "en").with("to", given).toString()
                    : "/firms/" + PageAddress.encoded(given.toString())));
  }

  private static PublicFrame frame(String asked) {
    return new PublicFrame(
        new PageAddress("/search", Map.of("search", List.of(asked))), true, false, false);
  }

  private TemplateInstance filled(String name, String on, String rows, boolean over) {
    Moulded page = moulds.of(template);
    return page.data("name", page.open(name))
        .data("on", page.open(on))
        .data("rows", page.openHtml(html(rows)))
        .data("over", over)
        .data("frame", frame(name));
  }

  private static Utf8 html(String rows) {
    Utf8 html = new Utf8();
    html.raw(rows.getBytes(StandardCharsets.UTF_8));
    return html;
  }

  static List<Long> seeds() {
    return new Random(27).longs(200).boxed().toList();
  }

  /** Signs that mean something somewhere, and marks of places among them. */
  private static String text(Random chance) {
    String signs = "<>&\"'%+ ?=/#{}!清河\uE000\uE001\uE03F𠮷%EE%80%80abc";
    int[] all = signs.codePoints().toArray();
    return IntStream.range(0, chance.nextInt(30))
        .mapToObj(i -> Character.toString(all[chance.nextInt(all.length)]))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_is_filled_in_reads_as_the_template_would_have_written_it(long seed) {
    var chance = new Random(seed);
    String name = text(chance);
    String on = text(chance);
    String rows = "<tr>" + text(chance) + "</tr>";
    boolean over = chance.nextBoolean();
    String plain =
        template
            .data("name", name)
            .data("on", on)
            .data("rows", rows)
            .data("over", over)
            .data("frame", frame(name))
            .render();
    for (int i = 0; i < 2; i++) {
      assertThat(filled(name, on, rows, over).render()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rows_of_one_shape_read_as_each_would_alone(long seed) {
    var chance = new Random(seed);
    Moulded pattern = moulds.of(template);
    pattern
        .data("name", pattern.open(""))
        .data("on", pattern.open(""))
        .data("over", true)
        .data("frame", new PublicFrame(PageAddress.of("/"), true, false, false));
    Moulded.Rows rows = pattern.rows();
    Utf8 all = new Utf8();
    StringBuilder each = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      String name = text(chance);
      String on = text(chance);
      rows.write(all, List.of(name, on, "/"));
      each.append(
          template
              .data("name", name)
              .data("on", on)
              .data("over", true)
              .data("frame", new PublicFrame(PageAddress.of("/"), true, false, false))
              .render());
    }
    assertThat(all).hasToString(each.toString());
    assertThat(all.buffer().toString()).isEqualTo(each.toString());
  }

  @Test
  void a_template_is_gone_through_once_for_each_shape_whatever_the_words() {
    for (int i = 0; i < 10; i++) {
      filled("name " + i, "2023", "", false).render();
    }
    assertThat(made).hasValue(2);
    filled("name", "2023", "", true).createUni().await().indefinitely();
    assertThat(made).hasValue(4);
  }

  @Test
  void more_shapes_than_are_kept_are_made_each_time() {
    for (int i = 0; i < Moulds.MOST; i++) {
      filled("name", "2023", "", false).data("shape", i).render();
    }
    made.set(0);
    filled("name", "2023", "", false).data("shape", 0).render();
    assertThat(made).hasValue(0);
    for (int i = 0; i < 2; i++) {
      filled("name", "2023", "", false).data("shape", Moulds.MOST).render();
    }
    assertThat(made).hasValue(4);
  }

  @Test
  void a_place_within_an_address_within_an_address_is_refused() {
    Template nested = engine.parse("{at:look(at:firm(name))}", Variant.forContentType("text/html"));
    Moulded page = moulds.of(nested);
    page.data("name", page.open("x"));
    assertThatThrownBy(page::render).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_page_has_no_more_places_than_there_are_marks() {
    Moulded page = moulds.of(template);
    for (int i = 0; i < Mould.MOST_PLACES; i++) {
      page.open("x");
    }
    assertThatThrownBy(() -> page.open("x")).isInstanceOf(IllegalStateException.class);
  }
}
