package cn.doublerandom.servicekit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On what somebody writes into a request and everybody will read: a reason, a reply, a measure. It
 * is read as any text, and holds no number of a mobile telephone either ({@link
 * TextGuard#offenceInPublic}); that of a resident no text may hold.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface PublicText {}
