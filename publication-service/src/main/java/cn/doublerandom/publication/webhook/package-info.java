/**
 * 推送 (issue 21 §4): authorities without Kafka are told what is public by Standard Webhooks (ADR
 * 80). Pure.
 */
@NullMarked
package cn.doublerandom.publication.webhook;

import org.jspecify.annotations.NullMarked;
