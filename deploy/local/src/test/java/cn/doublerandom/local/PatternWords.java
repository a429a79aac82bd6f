package cn.doublerandom.local;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every {@code @Pattern} has a message of its own in {@code ValidationMessages}, in both languages:
 * an officer is told what may be, not by which expression it is tried.
 */
final class PatternWords extends ArchCondition<JavaClass> {
  private static final String PATTERN = "jakarta.validation.constraints.Pattern";
  private static final Pattern KEY = Pattern.compile("\\{(words\\.[a-z0-9-]+)}");

  PatternWords() {
    super("tell patterns in words");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Stream.concat(
            type.getFields().stream().flatMap(f -> f.getAnnotations().stream()),
            type.getCodeUnits().stream()
                .flatMap(unit ->
                    Stream.concat(
                        unit.getAnnotations().stream(),
                        unit.getParameters().stream().flatMap(p -> p.getAnnotations().stream()))))
        .filter(annotation -> annotation.getRawType().getName().equals(PATTERN))
        .filter(annotation -> !isInWords(annotation))
        .forEach(annotation ->
            events.add(
                SimpleConditionEvent.violated(
                    type, type.getName() + ": " + annotation.getDescription())));
  }

  private static boolean isInWords(JavaAnnotation<?> annotation) {
    Matcher key = KEY.matcher(String.valueOf(annotation.get("message").orElse("")));
    return key.matches()
        && ValidationWords.CHINESE.containsKey(key.group(1))
        && ValidationWords.ENGLISH.containsKey(key.group(1));
  }
}
