package org.yongjun.pass.platform;

/**
 * Where a subject stands after a request.
 *
 * @param remaining how many more requests it may make at once
 * @param resetSeconds after how many seconds of rest the whole quota is there again, at least 1
 * @param retryAfterSeconds for a refused request, after how many seconds the next one is let in, at
 *     least 1
 */
public record RateStanding(
    RateQuota quota,
    boolean isAllowed,
    long remaining,
    long resetSeconds,
    long retryAfterSeconds) {}
