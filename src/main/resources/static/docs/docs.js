// Shows the contract that this server serves; nothing is loaded from elsewhere.
window.addEventListener('load', () => {
  window.ui = SwaggerUIBundle({
    url: '/docs/pass-v1.yaml',
    dom_id: '#contract',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    showExtensions: true,
    tryItOutEnabled: true,
    validatorUrl: null
  });
});
