// Starts GraphiQL against the address that served the page. The address of the endpoint's schema and its rights are those of
// the Authorization header that the user sets in the headers editor.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';
import './start.css';

const parameters = new URLSearchParams(window.location.search);
const { protocol, host, pathname } = window.location;
// Subscriptions go over WebSocket, whose first message carries the headers of the editor.
const fetcher = createGraphiQLFetcher({ url: pathname, subscriptionUrl: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${pathname}` });

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    initialQuery={parameters.get('query') ?? undefined}
    initialVariables={parameters.get('variables') ?? undefined}
    shouldPersistHeaders={false}
  />,
);
