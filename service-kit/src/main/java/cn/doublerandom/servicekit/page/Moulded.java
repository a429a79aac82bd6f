package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.PublicFrame;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page, or a part of one, whose template is gone through once for all that have the same shape.
 * What is given as {@link #data} says how it is made; what was left {@link #open} is only filled
 * in, and nothing of the template may depend on what it says.
 */
public final class Moulded implements TemplateInstance {
  private final Moulds moulds;
  private final Template template;
  private final Map<String, @Nullable Object> shape = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<Mould.Words> words = new ArrayList<>();

  Moulded(Moulds moulds, Template template) {
    this.moulds = moulds;
    this.template = template;
  }

  /** What stands for a text in what is given to the template. */
  public String open(String text) {
    return open(new Mould.Words.Text(text));
  }

  /** The same of a part that is made already. */
  public String openHtml(Utf8 html) {
    return open(new Mould.Words.Html(html));
  }

  private String open(Mould.Words said) {
    words.add(said);
    return Mould.mark(words.size() - 1);
  }

  /** Of the frame all stays what it is but the address of the page, of which it makes links. */
  @Override
  public Moulded data(String key, @Nullable Object value) {
    shape.put(
        key,
        value instanceof PublicFrame frame
            ? new PublicFrame(
                PageAddress.of(open(frame.here().toString())),
                frame.english(),
                frame.large(),
                frame.practice())
            : value);
    return this;
  }

  @Override
  public Moulded setAttribute(String key, Object value) {
    attributes.put(key, value);
    return this;
  }

  @Override
  public Template getTemplate() {
    return template;
  }

  /** What it is made by: others of the same shape are written by the same. */
  public Rows rows() {
    Mould mould = moulds.of(template, shape, attributes);
    return (html, said) -> mould.fill(said.stream().map(Mould.Words.Text::new).toList(), html);
  }

  /** Parts of one shape, one after the other. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Writes one.
     *
     * @param said the words, in the order in which their places were opened
     */
    void write(Utf8 html, List<String> said);
  }

  /** As the bytes that are sent. */
  public Utf8 utf8() {
    Utf8 html = new Utf8();
    moulds.of(template, shape, attributes).fill(words, html);
    return html;
  }

  @Override
  public String render() {
    return utf8().toString();
  }

  @Override
  public Uni<String> createUni() {
    return Uni.createFrom().item(this::render);
  }
}
