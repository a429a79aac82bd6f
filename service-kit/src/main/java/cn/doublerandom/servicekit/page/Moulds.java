package cn.doublerandom.servicekit.page;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * For pages that a flood asks for, each time by other words, so that none can be kept: a template
 * is gone through once for each shape of what it makes ({@link Moulded}).
 */
@ApplicationScoped
public class Moulds {
  /** What is asked for beyond these shapes is made each time: nobody fills the memory with them. */
  static final int MOST = 2_000;

  private final Map<Shape, Mould> moulds = new ConcurrentHashMap<>();

  private record Shape(
      Template template, Map<String, @Nullable Object> data, Map<String, Object> attributes) {}

  /** What a template is to make. */
  public Moulded of(Template template) {
    return new Moulded(this, template);
  }

  Mould of(Template template, Map<String, @Nullable Object> data, Map<String, Object> attributes) {
    Mould known = moulds.get(new Shape(template, data, attributes));
    return known == null ? made(template, data, attributes) : known;
  }

  private Mould made(
      Template template, Map<String, @Nullable Object> data, Map<String, Object> attributes) {
    TemplateInstance page = template.instance();
    data.forEach(page::data);
    attributes.forEach(page::setAttribute);
    Mould made = Mould.of(page.render());
    if (moulds.size() < MOST) {
      moulds.put(new Shape(template, new HashMap<>(data), new HashMap<>(attributes)), made);
    }
    return made;
  }
}
