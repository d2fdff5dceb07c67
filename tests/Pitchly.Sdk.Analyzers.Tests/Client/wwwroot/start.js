const clientSecret = "in-the-scr1pt";
const token = readToken();
start({ accessToken: token, rowId: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" });
