/** Certificates, code images and the key list over HTTP. */
@NullMarked
package org.yongjun.pass.certificate.web;

import org.jspecify.annotations.NullMarked;
