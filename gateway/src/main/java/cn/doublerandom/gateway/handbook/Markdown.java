package cn.doublerandom.gateway.handbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * One chapter, read. Beside CommonMark it knows three things: {@code ## 导入 {#import}} gives a part
 * its name, {@code [导入](registrar.md#import)}, which leads there in the repository too, leads to
 * the page of that chapter, and {@code ![核对结果](pictures/import.png)} shows a picture of its own
 * language.
 */
final class Markdown extends AbstractVisitor {
  private static final Pattern NAMED = Pattern.compile("\\s*\\{#([a-z0-9-]+)}$");
  private static final Pattern CHAPTER = Pattern.compile("([a-z-]+)\\.md(#[a-z0-9-]+)?");
  private static final Pattern PICTURE = Pattern.compile("pictures/([a-z-]+\\.png)");
  private static final Pattern ENDS_CHINESE =
      Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]$");
  private static final Parser PARSER = Parser.builder().build();
  private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();

  private final String language;
  private final Map<Node, String> ids = new HashMap<>();
  private final List<String> pictures = new ArrayList<>();
  private final List<Chapter.Part> parts = new ArrayList<>();
  private Optional<Heading> title = Optional.empty();

  private Markdown(String language) {
    this.language = language;
  }

  /**
   * @param language {@code zh} or {@code en}
   */
  static Chapter chapter(String language, String name, String text) {
    Node page = PARSER.parse(text);
    var read = new Markdown(language);
    page.accept(read);
    Heading title = read.title.orElseThrow(() -> new IllegalStateException(name + " has no title"));
    title.unlink();
    HtmlRenderer pages =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(none ->
                (node, tag, attributes) -> {
                  String id = read.ids.get(node);
                  if (id != null) {
                    attributes.put("id", id);
                  }
                  if (node instanceof Image) {
                    attributes.put("loading", "lazy");
                  }
                })
            .build();
    return new Chapter(
        name,
        WORDS.render(title),
        List.copyOf(read.parts),
        List.copyOf(read.pictures),
        pages.render(page));
  }

  @Override
  public void visit(Heading heading) {
    if (heading.getLevel() == 1) {
      title = Optional.of(heading);
    } else if (heading.getLastChild() instanceof Text last) {
      Matcher named = NAMED.matcher(last.getLiteral());
      if (named.find()) {
        last.setLiteral(last.getLiteral().substring(0, named.start()));
        ids.put(heading, named.group(1));
        parts.add(new Chapter.Part(named.group(1), WORDS.render(heading)));
      }
    }
  }

  /** Chinese knows no space where a line of the file ends. */
  @Override
  public void visit(SoftLineBreak end) {
    if (end.getPrevious() instanceof Text before
        && ENDS_CHINESE.matcher(before.getLiteral()).find()) {
      end.unlink();
    }
  }

  @Override
  public void visit(Link link) {
    Matcher chapter = CHAPTER.matcher(link.getDestination());
    if (chapter.matches()) {
      String part = chapter.group(2);
      link.setDestination(Handbook.ADDRESS + "/" + chapter.group(1) + (part == null ? "" : part));
    }
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    Matcher picture = PICTURE.matcher(image.getDestination());
    if (!picture.matches()) {
      throw new IllegalStateException("no picture of the handbook: " + image.getDestination());
    }
    String file = language + "/" + picture.group(1);
    pictures.add(file);
    image.setDestination(Handbook.ADDRESS + "/pictures/" + file);
  }
}
