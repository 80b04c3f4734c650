/** QR images by ZXing, the one place that draws a code. */
@NullMarked
package org.yongjun.pass.certificate.qr;

import org.jspecify.annotations.NullMarked;
